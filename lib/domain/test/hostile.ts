/* Texts, addresses and bytes that somebody sends who means harm, or whose program is broken. Tests take them through every door. */

const repeat = (text: string, times: number) => text.repeat(times);

/** Markup and script: nothing of it may be more than text anywhere. */
export const MARKUP: readonly string[] = [
  "<script>globalThis.hurt = 1</script>",
  "</script><script>globalThis.hurt = 1</script>",
  "</title></style></textarea><img src=x onerror=globalThis.hurt=1>",
  '"><svg onload=globalThis.hurt=1>',
  "' autofocus onfocus='globalThis.hurt=1",
  "<!--<script>--><![CDATA[<iframe srcdoc='<script>globalThis.hurt=1</script>'>]]>",
  '<a href="javascript:globalThis.hurt=1">x</a>',
  "&lt;script&gt;&#60;b&#62; &amp;amp; &nbsp; &#0; &unknown;",
  "]]> --> */ //",
  "{{7*7}} ${7*7} <%= 7*7 %> #{7*7} [[7*7]]",
  "[click](javascript:globalThis.hurt=1) ![x](data:text/html,<script>1</script>) <javascript:1>",
];

/** What other languages than ours might take for code. */
export const CODE: readonly string[] = [
  '\'; DROP TABLE "Claim"; --',
  "1' OR '1'='1' UNION SELECT NULL, NULL --",
  "%' ESCAPE '!' _ % \\ \\\\",
  "$(touch /tmp/hurt) `id` | ls; && true",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "%00%0d%0aSet-Cookie:%20hurt=1",
  "__proto__",
  "constructor",
  '{"__proto__":{"hurt":1}}',
  "null",
  "undefined",
  "NaN",
  "-1e999",
  "true",
  "(a+)+$^(?!)[[:alpha:]]{1,99999}",
];

/** Beginnings that a spreadsheet takes for a formula, also behind what it skips. */
export const FORMULAS: readonly string[] = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", '=HYPERLINK("http://127.0.0.1/?"&A1,"x")', "＝1+1", "\t=1+1"];

/** Characters that are shown as something else than they are, or as nothing. */
export const SCRIPTS: readonly string[] = [
  "\u202egnp.exe\u202c \u2066isolated\u2069 \u200e\u200f",
  "\u200b\u200c\u200d\u2060\ufeffzero width",
  `Z${repeat("\u0335\u0322\u030d", 60)}algo`,
  "نص عربي مع English والأرقام ١٢٣",
  "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇪🇺",
  "é e\u0301 ﷽ \ufb01 ﬀ İıſ ẞß",
  "\u0085\u2028\u2029 line separators",
  "\u0080\u009f C1 controls",
  "\u{e0001}\u{e0041}\u{10ffff}\ufffe\uffff",
  "I\u00adn\u00advisible hyphens",
];

/** What cannot be stored or sent: it is refused by name, and never breaks anything. */
export const UNSTORABLE: readonly string[] = [
  "NUL \u0000 inside",
  "\u0001\u0002\u0007\u0008 bell",
  "\u001b[31mred\u001b[0m",
  "\u007f delete",
  "half \ud800 pair",
  "half \udc00 pair",
  "\udfff\ud83d turned round",
];

/** Longer than anything is meant to be. */
export const LONG: readonly string[] = [repeat("x", 70_000), repeat("<", 20_000), repeat("ا\u0301", 10_000)];

/** Addresses that no link of ours may lead to. */
export const BAD_LINKS: readonly string[] = [
  "javascript:globalThis.hurt=1",
  "JaVaScRiPt:globalThis.hurt=1",
  " javascript:globalThis.hurt=1",
  "java\tscript:globalThis.hurt=1",
  "javascript://example.org/%0aglobalThis.hurt=1",
  "data:text/html,<script>globalThis.hurt=1</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://example.org/1",
  "view-source:https://example.org",
  "//example.org/x",
  "\\\\example.org\\x",
  "ftp://example.org/",
  "about:blank",
  "https://",
  "http:///",
];

/** Addresses that a browser opens, and that only break out where they are not escaped; or that lead a server, were it to ask for them, back to itself. */
export const ODD_LINKS: readonly string[] = [
  'https://example.org/"onmouseover="globalThis.hurt=1',
  "https://example.org/'><script>globalThis.hurt=1</script>",
  "https://example.org/?a=1&b=<b>&amp;c=%00%0d%0a",
  "https://example.org@127.0.0.1/",
  "http://127.0.0.1:4000/api/v1/documents",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://169.254.169.254/latest/meta-data/",
  "http://localhost./",
  "http://localtest.me/",
  "https://xn--80ak6aa92e.com/",
  "https://例え.テスト/道?問=答#片",
];

/** Names of files that lead elsewhere, or hide what they are. */
export const FILE_NAMES: readonly string[] = [
  "../../../etc/cron.d/hurt.txt",
  "..\\..\\hurt.txt",
  "/etc/passwd.txt",
  "C:\\hurt.txt",
  "con.txt",
  ".txt",
  ".",
  "a\r\nSet-Cookie: hurt=1.txt",
  'a"; filename="hurt.html.txt',
  "a\u202etxt.exe.txt",
  "a%2f..%2fhurt.txt",
  `${repeat("n", 290)}.txt`,
  "<img src=x onerror=globalThis.hurt=1>.txt",
  "=1+1.txt",
  "名前.txt",
];

/** Bytes that are no text in the encoding that they seem to be in. */
export const BYTES: readonly [name: string, bytes: Uint8Array][] = [
  ["UTF-8 that breaks off", Buffer.from([0x54, 0x65, 0x78, 0x74, 0x20, 0xe2, 0x82])],
  ["overlong UTF-8", Buffer.from([0x41, 0x20, 0xc0, 0xaf, 0x20, 0xe0, 0x80, 0xaf])],
  ["surrogates in UTF-8", Buffer.from([0x41, 0x20, 0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80])],
  ["bytes that UTF-8 never has", Buffer.from([0x41, 0x20, 0xfe, 0xff, 0xfa, 0xc1])],
  ["UTF-16 with an odd byte", Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42])],
  ["UTF-16 with half a pair", Buffer.from([0xfe, 0xff, 0x00, 0x41, 0xd8, 0x00, 0x00, 0x42])],
  ["a byte order mark alone", Buffer.from([0xef, 0xbb, 0xbf])],
  ["two byte order marks", Buffer.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x41])],
  ["UTF-32", Buffer.from([0xff, 0xfe, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00])],
  ["NUL in the middle", Buffer.from("one\0two")],
  ["nothing", Buffer.alloc(0)],
  ["every byte there is", Buffer.from(Array.from({ length: 256 }, (_, at) => at))],
];
