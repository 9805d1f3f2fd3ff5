"""Paper: plain content in, bytes out. The one package that knows ReportLab."""
