import { DEBATE_CLAIMS } from "./debate-claims";
import type { DemoDocument } from "./types";

const text = `[00:00:04] CALDER: Good evening, and welcome to the old fish hall. My name is Ines Calder, and this is the second of three forums that the city of Lindhaven holds before the council votes on its heat plan in December. Last time we argued about money. Tonight we argue about houses: how they are heated, who lives in them, and who pays when that changes. I have four guests, two hours and a bell, and I intend to use all of them.

[00:01:10] CALDER: From your left: Marta Oyelaran, who leads the housing committee. Tobias Renn, who runs the municipal heat company. Pilar Nowak, economist, for the tenants’ association. And Henrik Sall, for the association of house owners. Everything you say is recorded, the transcript goes to the city’s web page, and a group of volunteers will check what can be checked. You have three minutes each to begin with. Mr Renn, you drew the short straw.

[00:01:52] RENN: Thank you, and thank you all for coming out in this rain. Let me begin in the boiler room, because that is where this debate belongs. Almost two thirds of the energy that households in the Union use goes on heating rooms. Not on lamps, not on the television, not on the famous charger that somebody forgot to unplug. On warm rooms. If you want to do something about energy in a city, you can change the street lights as often as you like, and you will still have done nothing until you have been to the cellar.

[00:02:41] RENN: In Lindhaven seven houses in ten burn gas. They do so in boilers that are nineteen years old on average, which I know because my people service them. We propose two things. Where houses stand close together, we lay pipes and bring the heat from the river and the sewage works. Where they do not, we help people to put in a heat pump. A heat pump on sale today is three to five times as efficient as a gas boiler, so the bill falls in every house that changes over. That is not ideology. That is a machine that moves heat instead of making it.

[00:03:35] CALDER: Thank you. That was under three minutes, which I shall hold against the others. Ms Nowak.

[00:03:42] NOWAK: Thank you. I have sat in a great many halls like this one, and the talk is always about machines. I should like to talk about people who sit in their coats. One person in ten in the European Union cannot keep the home warm enough. In our own advice centre on Saddler Street we had four hundred and twelve families last winter who had to choose between the rent and the radiator. They do not own the boiler. They do not choose the boiler. They are not asked when it is replaced, and afterwards they find the cost of it in the rent.

[00:04:38] NOWAK: And the rent is the point. Since 2010 rents in the Union have risen faster than house prices. Everybody talks about the poor young couple who cannot buy a flat. I talk about the old woman who has rented hers for thirty years and is now told that it will be modernised around her. If the plan says nothing about what happens to her, then it is a plan for owners, and we shall vote against it in every street.

[00:05:29] CALDER: Mr Sall, you have been shaking your head for a full minute. You may now do it aloud.

[00:05:35] SALL: I shall try to be brief and fail. My members own two, three, perhaps six flats. They are a baker, a widow, a retired teacher, and they are told that they must tear out a boiler which works and put in a machine of which they have heard from a cousin that it hums at night and warms nothing. And the cousin has a point. A heat pump stops working when it freezes. That is exactly when you need it. We do not live in Lisbon. In February the harbour steams, and on such a day I want a flame.

[00:06:28] SALL: Then the price. For a house in the old town the quotations that we collected lie between twenty-eight and forty-one thousand. A boiler costs nine. Mr Renn speaks of a bill that falls. I speak of a loan that begins. You cannot ask a widow of seventy-four to take up a loan over twenty years for the good of the climate.

[00:07:05] CALDER: Councillor Oyelaran, you have the last of the openings.

[00:07:09] OYELARAN: Thank you, Ines. I want to put a different picture on the table. We keep behaving as if there were two kinds of people, those who own and those who are owned. There is a third way of living, and it is not a dream, it is a city that one can visit by train: in Vienna more than half of the people live in council flats. They pay a rent that a nurse can pay, and when the city decides to change the heating, it changes the heating, house by house, without asking six hundred widows and bakers for their signatures.

[00:08:02] OYELARAN: I do not say that we can be Vienna by December. I say that the committee will propose three hundred new municipal flats a year on the harbour land, every one of them without a gas pipe. Ten years from now nobody in this city will remember what a gas bill looked like. And I say to Pilar that the protection of tenants is in the plan, on page thirty-one, and that I wrote the page myself.

[00:08:51] CALDER: Page thirty-one. We shall come back to it. First round. Mr Renn, Mr Sall says that your machine stops working when it freezes. Yes or no?

[00:09:02] RENN: No. Go to Norway. Six buildings in ten have one there, and nobody has ever called Norway a mild country. What is true is that the colder the air, the harder the machine works, and on the two or three worst days of the year it draws a good deal of current. That is a question of planning. It is not a question of physics, and it is certainly not a question of sitting in the dark.

[00:09:41] SALL: Norway has electricity like other people have rain.

[00:09:45] RENN: So it does, and we have wind like other people have opinions. But may I say something about the electricity, since it was mentioned? Renewables, and I count water power among them, already make thirty per cent of the world’s electricity. In our own grid on an ordinary day it is more than half. Each year that you run a heat pump, the current that it uses is a little cleaner than the year before. Each year that you run a boiler, the gas is exactly as dirty as it was.

[00:10:37] CALDER: Ms Nowak, does the cleanliness of the current interest the families on Saddler Street?

[00:10:43] NOWAK: It interests them very much, because they breathe. People forget this. The boiler on the balcony, the diesel in the street, the wood stove in half of the villas: all of it ends up in the same lungs. We speak of comfort and of bills, and meanwhile outdoor air pollution kills seven million people a year, and it does not kill the ones in the villas first.

[00:11:34] CALDER: You will be asked for the source of it.

[00:11:37] NOWAK: The World Health Organization. Gladly.

[00:11:41] CALDER: Mr Sall, air?

[00:11:44] SALL: I am against poison, if that is the question. But I am also against theatre. Somebody has to say once how small we are. Lindhaven has a hundred and ninety thousand inhabitants. China alone emits more greenhouse gas than the United States and the European Union put together. You can switch off this whole city and the thermometer of the world will not notice. So when I am told that the widow has to take up a loan in order to save the planet, I should like to know which planet is meant.

[00:12:31] OYELARAN: That is the oldest excuse there is, Henrik. Every town is small. All the small towns together are most of the world.

[00:12:52] SALL: I should merely like to have something left over for the roof.

[00:12:58] CALDER: Let us have the roof. Mr Renn, what comes first: the roof, the walls or the machine?

[00:13:06] RENN: The advice that we give has changed, I admit that. Ten years ago we told everybody to wrap the house first and change the heating afterwards, and what happened was that people did neither. Now we say: begin with what is broken. If the roof has to be done, insulate it. If the boiler dies, do not buy another. You can have a reasonable heat pump in an ordinary house with ordinary radiators, perhaps with three of them exchanged for larger ones. It is the solution that gets done.

[00:13:58] NOWAK: And who pays for the three larger radiators?

[00:14:02] RENN: For the first two thousand houses, the company pays and the household pays it back on the heat bill, over twelve years, without interest.

[00:14:12] NOWAK: On the bill of the tenant.

[00:14:15] RENN: On the bill of whoever has the contract.

[00:14:18] NOWAK: That is what I mean. In a rented flat the tenant has the contract and the owner has the house. At the end of twelve years the tenant has paid for a machine that belongs to somebody else. This is the whole quarrel in one sentence.

[00:14:44] CALDER: Councillor, page thirty-one.

[00:14:47] OYELARAN: Page thirty-one says that the sum of rent and heat must not rise in the first five years. Not the rent alone: the sum. If the heat becomes cheaper by forty and the owner wants sixty more in rent, then the owner gets forty. That is fair to both, and it gives the owner a reason to choose a good machine.

[00:15:22] SALL: It gives the owner a reason to sell. I can tell you what my members do when they read such a page. They do not raise the rent and they do not change the boiler. They telephone an estate agent. And the buyer is not a nurse, it is a fund with lawyers.

[00:15:54] NOWAK: For once I agree with Mr Sall about the funds.

[00:15:58] CALDER: Let the record show it. We have a question from the floor. Please, the lady in the green coat, and please say your name.

[00:16:09] FROM THE FLOOR: My name is Edda Marin, I live in Sluice Lane, third floor. My flat has eighteen degrees in January, and I pay a hundred and thirty a month for that. Will it be warmer, or will it be cheaper? I do not need both. I should just like to know which.

[00:16:38] CALDER: That is a better question than any of mine. One sentence each, please. Mr Renn.

[00:16:44] RENN: Sluice Lane is on the list for the pipes, in the second year, so in your case it will be warmer, and it will cost about the same.

[00:16:53] NOWAK: It will be warmer if the windows are done, and dearer if they are done at your expense.

[00:17:00] SALL: It will be a building site first.

[00:17:03] OYELARAN: It will be warmer, and the sum on your two bills will not go up for five years, because that is what we are going to vote for.

[00:17:12] CALDER: Thank you. Edda Marin, you have now had four answers, which is one more than the council usually gives. Mr Sall, you wanted to come back to the figures.

[00:17:24] SALL: I did, because I dislike being made into the enemy of the cold. I take the problem seriously. Ms Nowak has read a figure out, and I shall read it out again so that nobody can say that house owners look away. One person in ten in the European Union cannot keep the home warm enough. I have no quarrel with that, the statisticians are honest people. But think about what it means. That figure has not moved in ten years. Ten years of programmes, ten years of subsidies, a whole shelf of directives, and the same one in ten. If a medicine had no effect for ten years, we would change the doctor.

[00:18:21] NOWAK: It did move. It went down, and then came the gas crisis, and it went up again.

[00:18:27] SALL: Then it went in a circle, which is what I said.

[00:18:31] NOWAK: It is not what you said.

[00:18:33] CALDER: The volunteers at the back are writing. Mr Renn, a circle?

[00:18:38] RENN: I am an engineer, I like circles, but not this one. What I see in our own books is simpler. When the price of gas tripled in 2022, our customers turned the heating down, the ones with money to nineteen degrees and the ones without money to fifteen. The houses that were already on the pipes hardly noticed, because a river does not have a stock exchange. If you want people to be warm when the next crisis comes, you have to take them off the thing that is in crisis. Everything else is a plaster.

[00:19:26] OYELARAN: May I add a word about Copenhagen, since everybody has travelled tonight except me? They began laying pipes there a hundred years ago, and when the oil price went mad in the seventies they made it the law. Nobody in Copenhagen today has an opinion about boilers. They have opinions about bicycles.

[00:19:52] SALL: Was it compulsory, Marta?

[00:19:54] OYELARAN: To connect, yes, in most districts, for many years.

[00:19:58] SALL: I only wanted it to be on the tape.

[00:21:43] CALDER: It is on the tape. We are coming to the end, and I promised each of you one minute without interruption. The bell is here. Mr Sall begins this time.

[00:21:54] SALL: I ask for three things. Give the owners time, fifteen years and not eight. Give them a choice, because the man who lives in a house knows its cellar better than a committee does. And give them one telephone number where somebody answers. Otherwise you will get your plan through the council, and then you will wait for it in every single street.

[00:22:31] NOWAK: I ask for one thing. Read page thirty-one again, and read it as somebody who rents. The climate will be saved in flats that belong to somebody else, or it will not be saved. Those who live there will go along with it if they are warm at the end and not poorer.

[00:23:03] RENN: I ask you to come and look. On Saturday the pumping station by the weir is open from ten to four. You can put your hand on the pipe. It is warm, and it comes out of a river in which nobody would bathe at this time of the year. I have never yet met anybody who wanted to argue with me with a hand on that pipe.

[00:23:34] OYELARAN: And I ask you to be there in December. The chamber has ninety seats for the public, and on the night of the last budget there were four people in them, one of them asleep. It would be good if somebody were watching.

[00:24:01] CALDER: Thank you, all four of you, and thank you, Edda Marin. The third forum is on the eleventh of November, in the library, and its subject is the river. The transcript will be on the city’s page by Friday, with the remarks of the volunteers in the margin. Please take your umbrellas with you. Last time we kept nineteen of them.
`;

export const DEBATE: DemoDocument = {
  key: "debate",
  title: "City Forum: who pays for warm houses?",
  author: "City of Lindhaven, minutes service",
  publication: "Lindhaven City Forum",
  publishedOn: "2025-10-14",
  language: "en",
  url: "https://example.org/lindhaven/forum/2025-10-14",
  kind: "transcript",
  state: "in_progress",
  createdBy: "editor",
  format: "plain",
  speakers: true,
  text,
  claims: DEBATE_CLAIMS,
};
