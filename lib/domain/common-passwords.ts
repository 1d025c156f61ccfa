/** Passwords of eight and more characters that lead every published list of the most used ones. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword 12345678 123456789 1234567890 12345678910 123123123 87654321 987654321
  0987654321 11223344 1122334455 123321123 147258369 159753456 789456123 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 1qaz2wsx 1q2w3e4r
  1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 zaq12wsx qazwsxedc asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 abcd1234 abc12345 abc123456 a1234567 a12345678
  a123456789 aa123456 aa12345678 iloveyou iloveyou1 iloveyou2 sunshine princess princess1 football football1 baseball basketball superman superman1 batman123
  trustno1 letmein1 letmein123 welcome1 welcome12 welcome123 admin123 admin1234 administrator changeme changeme1 changeme123 default123 dragon123 monkey123
  master123 shadow123 michael1 jennifer jordan23 liverpool chelsea1 arsenal1 barcelona computer internet starwars pokemon1 whatever lovely123 samsung1
  google123 facebook linkedin myspace1 secret123 test1234 testtest testing1 user1234 guest123 root1234 temp1234 newspaper factcheck factcheck1 journalist
  editor123 reviewer reviewer1 newsroom newsroom1 summer2024 summer2025 summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 autumn2026
  january1 february monday123 qwer1234 asdf1234 zxcv1234 11111111 22222222 88888888 00000000 99999999 55555555 66666666 77777777 12341234 12121212 13131313
  10203040 1234qwer qwe12345 asd12345 hello123 hello1234 charlie1 thomas123 freedom1 mustang1 corvette mercedes ferrari1 cocacola chocolate butterfly
  sunflower elephant1 dolphin1 tinkerbell spiderman ironman1 harrypotter blink182 metallica nirvana1 slipknot zeppelin beatles1 killer123 fuckyou1 asshole1`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
