"""What somebody hostile would write into a profile, by the medium it is aimed at."""

MARKUP = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'><svg/onload=alert(1)>", "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>", "<!--", "-->", "]]>", "<![CDATA[", "&lt;b&gt;", "&#60;b&#62;", "</textarea></style>",
    "<base href=//evil.example>", "<meta http-equiv=refresh content=0>", "javascript:alert(1)", "data:text/html,x", "{{7*7}}", "{% raw %}", "{# x #}",
)  # fmt: skip
MARKDOWN = (
    "[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "<javascript:alert(1)>", "<https://evil.example>", "[x]: javascript:alert(1)",
    "[@nobody]", "`code`", "# heading", "*stressed*", '{: onclick="alert(1)" }', "--8<-- \"/etc/passwd\"", "[TOC]",
)  # fmt: skip
TYPST = (
    "#panic()", '#read("/etc/passwd")', "@ref", "$x$", "\\u{202e}", '#import "@preview/x:1.0.0"', "<label>", "/*", "//", "#[x]", "~", "--",
)  # fmt: skip
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"https://evil.example\")", "＝1+1", "\t=1+1", "'=1+1", ";=1+1", "x;=1+1", '";=1+1')
COMMANDS = ("::error::x", "%0A::error::x", "##[error]x", "##vso[task.setvariable variable=x]y", "##teamcity[x]", "::set-output name=x::y")
PATHS = ("../../etc/passwd", "/etc/passwd", "C:\\x", "file:///etc/passwd", "%2e%2e%2f")
TEMPLATES = ("{0}", "{found}", "{n}", "%s", "%(x)s", "${x}", "c2siteRestOfPath", "c2siteSlotHeadEnd")
VERBATIM = ("R&D <5 GmbH", "O'Neil", "=Equal Ltd", "No", "موانئ الغد", "Λιμάνια", "Cafe\u0301 A\u030angstro\u0308m", "می\u200cخواهم", "null", "W" * 120)
VISIBLE = (*MARKUP, *MARKDOWN, *TYPST, *FORMULAS, *COMMANDS, *PATHS, *TEMPLATES, *VERBATIM)

# Characters nobody sees: no field of any record may hold them.
HIDDEN = (
    "\x1b]8;;https://evil.example\x07x", "\x1b[31mred", "\x9b31mred", "a\x00b", "a\rb", "a\r\nSet-Cookie: x", "a\x85b", "a\u2028b", "a\u202eb", "a\u2066b",
    "a\u200eb", "a\u200bb", "a\u2060b", "a\u206ab", "a\u00adb", "a\u034fb", "a\u3164b", "a\ufeffb", "a\ue000n\ue001b", "a\ufdd0b", "a\U000e0041b",
    "a\U000e0100b", "a\U0010fffdb",
)  # fmt: skip

ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "blob:https://a.example/x",
    "//evil.example/x", "https:evil.example", "ftp://a.example/", "https://user@a.example/", "https://user:pw@a.example/", "https://a.example:pw@evil.example/",
    "https://a.example\\@evil.example", "http://localhost/", "http://localhost./", "http://a.localhost/", "http://printer.local/", "http://db.internal/",
    "http://router.home.arpa/", "http://127.0.0.1/", "http://127.1/", "http://10.0.0.12?x", "http://10.0.0.12#x", "http://192.168.10.20:80/", "http://169.254.169.254/",
    "http://2130706433/", "http://0x7f.0x0.0x0.0x1/", "http://a.0x12/", "http://a.12/", "http://0177.0.0.01/", "http://[::1]/", "http://[::ffff:7f00:1]/",
    "http://аpple.example/", "http://a。example/", "http://ａ.example/", "https://a%2eexample/", "https://a.example/ x", 'https://a.example/"onmouseover=alert(1)',
    "https://a.example/<script>", "https://a.example/`x`", "https://a.example/{x}", "https://a.example:123456/", "https://-/", "https://a..example/", "a.example",
)  # fmt: skip
HARMLESS_ADDRESSES = (
    "https://xn--80ak6aa92e.example/", "https://a.example?x=javascript:alert(1)#//", "https://a.example/'onclick=alert(1)'", "https://a.example/%0d%0aSet-Cookie:x",
    "https://a.example/=1+1;=1", "https://a.example/a&lt;b&amp;c", "https://a.example/](x)", "https://a.example/::error::", "https://a.example/@x",
)  # fmt: skip
