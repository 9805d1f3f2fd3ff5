"""Strings that break programs (reliability.md §5): any of them may be typed, pasted or imported into any field."""

_PAYLOAD = (
    "[[[getattr(pow, Word('__globals__'))['os'].system('touch /tmp/exploited') for Word in [orgTypeFun('Word', (str,), "
    "{'mutated': 1})]] for orgTypeFun in [type(type(1))]]]"
)

MARKUP = [
    "<b>gras",
    "<b>gras</b>",
    "</para>",
    "<para>",
    "<br/>",
    "<br",
    "R&D <urgent> 3 < 5",
    "Dupont & Fils",
    "&amp;",
    "&#60;script&#62;",
    "&nbsp;&unknown;",
    "marge <10%",
    "a > b && c",
    "<!-- commentaire -->",
    "<![CDATA[x]]>",
    "<?php echo 1 ?>",
    '<img src="/local/file.png">',
    "<img src='file:///etc/passwd' width='10' height='10'/>",
    '<img src="http://127.0.0.1:9/x.png"/>',
    "<img src='\\\\host\\x.png'>",
    '<a href="javascript:alert(1)">clic</a>',
    '<a href="file:///etc/passwd">clic</a>',
    "<link href='http://127.0.0.1:9/'>lien</link>",
    '<font color="red" size="72">x</font>',
    f'<para><font color="{_PAYLOAD}">exploit</font></para>',
    '<onDraw name="f" label="x"/>',
    '<seq id="x"/><seqreset id="x"/>',
    "<unichar code='65'/>",
    "<bullet>x</bullet>",
    "<script>alert(1)</script>",
]

CONTROLS = [
    "nul \x00 ici",
    "cloche\x07 retour\x08 page\x0c",
    "".join(chr(code) for code in range(32)) + "fin",
    "suppr\x7f c1\x85\x9f",
    "ligne\nseconde\r\ntroisième\ttabulée",
    "\n\n\n",
    "séparateurs\u2028de\u2029ligne",
    "inversé \u202etxt.exe\u202c fin",
    "isolé \u2066x\u2069 marque \u200f\u200e",
    "\ufeffmarque d’ordre",
    "largeur\u200bnulle\u200d\u00ad",
    "demi \ud800 paire",
    "non caractère \uffff",
]

SCRIPTS = [
    "étincelle 😀👩‍👩‍👧‍👦🇫🇷",
    "❤️ 👍🏽",
    "مرحبا بالعالم",
    "שלום עולם",
    "你好，世界",
    "ไทย हिन्दी",
    "Ate\u0301liers Bre\u0301vent",
    "Z̴̛͎a̷̰͑l̶̙̈g̸̭̑o̵̝͘",
    "cœur Œuvre ÿ Ÿ « ’ » … − → ☐",
    "1\u202f234,56\u202f€\u00a0HT",
    "𝕏 𝓎𝓏 ﬁ ½ №",
]

SHAPES = [
    "",
    " ",
    "'; DROP TABLE prospects; --",
    "{name} %s %(x)s {0} {",
    "=1+1",
    "@SUM(A1:A9)",
    "../../etc/passwd",
    "C:\\Windows\\system32",
    "CON",
    "${jndi:ldap://127.0.0.1/x}",
    "\"guillemets\" 'apostrophes' `accents`",
    "\\u0041 \\n \\x00",
]

LONG = [
    "A" * 5_000,
    "mot " * 5_000,
    "<& " * 1_500,
    "ligne\n" * 300,
]

HOSTILE: list[str] = [*MARKUP, *CONTROLS, *SCRIPTS, *SHAPES, *LONG]
