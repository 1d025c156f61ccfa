import type { DemoDocument } from "./types";
import { VLADIVOSTOK_CLAIMS } from "./vladivostok-claims";

const text = `The visitor came by armoured train, a journey of roughly seven hundred kilometres from Pyongyang, and stepped out on a platform where a military band and a guard of honour were waiting. A day later, on the campus of the Far Eastern Federal University on Russky Island, Kim Jong Un met Vladimir Putin for the first time. They shook hands for the cameras, exchanged a few hopeful sentences, and the door was closed.

What happened behind it is known only from the two men themselves. Their conversation, with nobody but interpreters in the room, lasted about two hours, more than twice the fifty minutes that protocol had set aside. The delegations then joined them at a long table, and in the evening there was a dinner with toasts and an exchange of presents. No joint statement was read out and nothing was signed; an aide had warned two days before that nothing would be.

It was a rare journey all the same. No North Korean leader had set foot in Russia since 2002, when Mr Kim’s father toured the Far East, and Moscow had waited the better part of a year for an answer to the invitation that its foreign minister had carried to Pyongyang.

## An old format

At his press conference Mr Putin reached for a number that diplomats in the region had not heard much lately: six. If the matter came to guarantees for North Korea, he said, an agreement between two countries would hardly be enough, and the old round of six would have its uses again.

Those talks, which brought both Koreas and four other powers around one table, fell apart a decade ago when Pyongyang walked out over a rebuke from the Security Council. They had opened in Beijing in the summer of 2003. They had produced a joint statement, a shipment or two of fuel oil and one demolished cooling tower, and they had stuck at the question of who would be allowed to look where.

In the meantime the table has become smaller. Since the spring of 2018 Mr Kim has met the president of China four times, the president of South Korea three times and the president of the United States twice. The second of the American meetings, in Hanoi in February, broke up early and without a paper. Russia had a seat at none of them, and it was hard not to see the day on the island as an attempt to pull up a chair.

North Korea, Mr Putin told reporters, “needs guarantees of its security, the preservation of its sovereignty”. He spoke of international law rather than of missiles, promised to inform Beijing the next day, and said he would tell Washington too, because his guest had asked him to. There were no secrets, he added, and no conspiracies.

Behind the quarrel over formats lies an older document. The armistice of July 1953 stopped the fighting in Korea, but no peace treaty has ever taken its place. Every plan of the past thirty years has begun with some way of filling that gap: a declaration, a freeze, a list of sites, a date. A pledge on paper will never satisfy the generals in Pyongyang, and nobody who sat on Russky Island can seriously have believed that it would.

## Money and people

The part of the day that matters most to ordinary people had little to do with warheads. Trade between the two countries, never large and once a matter of coal, flour and fish, shrank by more than half in 2018, to about 34 million dollars. The Kremlin puts that down to sanctions for which it voted itself.

Then there are the workers. Fifty thousand North Koreans are still employed on Russian building sites and in the forests, and a good part of what they earn goes home to the state. Under a resolution that the Security Council adopted in December 2017, all of them must be sent home by 22 December 2019. Mr Putin acknowledged that the matter had come up. It had a humanitarian side, he said, and there would be calm solutions.

In Vladivostok nobody needs an explanation. The crews are known in the city for working fast, for keeping to themselves and for repairing, at a price that few locals would accept, half of the flats in the older districts.

Larger plans were taken out of the drawer as well: a railway through the North to the South, a pipeline for gas beside it, a line for electricity. All three were on the list when Mr Kim’s father discussed them with a Russian president, and all three depend on the same condition now as then, which is that the two Koreas, and those who stand behind them, agree on something first.

## What is left

So what did the day produce? A photograph that both sides wanted. A first impression, which the host summed up by calling his guest open and interesting to talk to. A reminder, addressed to those who were absent, that a neighbour with a border of some seventeen kilometres and a vote in the Security Council is not easily left out.

It did not produce a date for another meeting or a sentence that both sides had agreed on. By night the host was on his way to Beijing, where he would speak to the one neighbour whose trade Pyongyang cannot do without. The armoured train stayed behind in the station, under lamps, with its curtains drawn.
`;

export const VLADIVOSTOK: DemoDocument = {
  key: "vladivostok",
  title: "Two leaders, one dinner and an old format",
  author: "Marguerite Oyelowo",
  publication: "The Harbour Gazette",
  publishedOn: "2019-04-25",
  language: "en",
  url: "https://example.org/2019/04/two-leaders-one-dinner",
  kind: "article",
  state: "in_progress",
  createdBy: "reviewer",
  format: "markdown",
  speakers: false,
  text,
  claims: VLADIVOSTOK_CLAIMS,
  discussions: [
    {
      words: "a neighbour with a border of some seventeen kilometres",
      comments: [{ by: "second", body: "Seventeen kilometres on land, more along the river mouth. Worth a claim of its own, @Sara Rahimi?" }],
    },
    { comments: [{ by: "editor", body: "Everything about the 2009 walk-out first, please: the piece goes out on Thursday." }] },
  ],
};
