"""A run as the file keeps it."""

from desktop.models.cadence_runs import CadenceRun, RunState
from tests.services.cadence_case import NOW, cadence, prospect


def test_a_run_begins_running_at_its_first_step_with_its_own_copy(session):
    copy = cadence().as_dict()
    run = CadenceRun(
        prospect_id=prospect(session), cadence_copy=copy, started_on=NOW.date(), created_at=NOW, changed_at=NOW
    )
    session.add(run)
    session.flush()
    session.expire_all()
    assert (run.state, run.next_step, run.reason, run.origin) == (RunState.RUNNING, 0, "", "")
    assert run.cadence_copy == copy and run.created_at == NOW
