import { archived } from "./sources";
import type { DemoClaim, DemoDocument } from "./types";

const text = `في صباح الثالث والعشرين من مارس 2021 هبّت على الطرف الجنوبي من قناة السويس ريح محمّلة بالرمال، وبعد دقائق كانت سفينة الحاويات «إيفر غيفن»، وطولها أربعمئة متر، قد انحرفت عن مسارها واستقرت بين الضفتين كأنها باب أُغلق على الممر كله.

بقيت القناة مسدودة ستة أيام، من الثالث والعشرين حتى التاسع والعشرين من مارس، واصطفّت خلف السفينة مئات السفن بين البحرين. ولم تكن «إيفر غيفن» سفينة عادية، فقد كانت يومها أكبر سفينة حاويات في العالم، وكان على الحفّارات أن تزيح أطنانا من الرمل عند مقدمتها قبل أن تنجح القاطرات في تحريكها مع ارتفاع المد.

وسرعان ما تحوّل الحادث من خبر محلي إلى سؤال يشغل الأسواق البعيدة، لأن نحو اثني عشر في المئة من تجارة العالم يمر عبر القناة. فارتفعت كلفة الشحن، واختار بعض القباطنة الطريق الطويل حول رأس الرجاء الصالح، وتأخرت بضائع لم يكن أصحابها يعرفون من أين تمر.

واليوم، بعد أن اتسع الجزء الجنوبي من القناة وتعمّق، يقول العاملون فيها إن الدرس لم يكن في حجم السفينة وحده، بل في أن ممرا واحدا ضيقا ما زال يحمل كل هذا القدر من حياة الناس.
`;

const claims: DemoClaim[] = [
  {
    fragments: [{ quote: "بقيت القناة مسدودة ستة أيام، من الثالث والعشرين حتى التاسع والعشرين من مارس" }],
    statement: "أغلقت السفينة «إيفر غيفن» قناة السويس ستة أيام، من 23 إلى 29 مارس 2021.",
    shortForm: "بقيت قناة السويس مسدودة ستة أيام، من 23 إلى 29 مارس 2021",
    type: "event",
    tags: ["قناة السويس", "ملاحة"],
    checkWorthiness: "medium",
    state: "approved",
    markedBy: "reviewer",
    assignee: "reviewer",
    evidence: [
      {
        source: "cnnArabicEverGiven",
        stance: "supports",
        quote: "التي أغلقت قناة السويس لمدة ستة أيام في مارس",
        accessedOn: "2026-11-15",
        ...archived("cnnArabicEverGiven", "2026-11-15"),
      },
      {
        source: "knoemaSuez",
        stance: "supports",
        locator: "الفقرة الأولى",
        accessedOn: "2026-11-15",
        ...archived("knoemaSuez", "2026-11-15"),
        note: "يذكر اليومين: الثلاثاء 23 مارس والاثنين 29 مارس.",
      },
      { source: "marefaSuez", stance: "context", accessedOn: "2026-11-15", note: "موسوعة، للسياق فقط: ساعة الجنوح وموقعه." },
    ],
    assessments: [
      { by: "reviewer", label: "True", rationale: "التاريخان ثابتان في مصادر مستقلة، والمدة **ستة أيام** وبضع ساعات.", confidence: "high" },
      { by: "second", label: "True", rationale: "جنحت صباح الثلاثاء وعُوّمت يوم الاثنين التالي.", confidence: "high" },
    ],
    ruling: {
      by: "editor",
      label: "True",
      summary: "جنحت السفينة صباح 23 مارس وعُوّمت يوم 29 مارس، أي بعد ستة أيام.",
      justification:
        "تتفق المصادر على أن السفينة جنحت صباح الثلاثاء **23 مارس 2021** وأن القاطرات حرّرتها يوم الاثنين **29 مارس**، ثم استؤنفت الملاحة. العبارة صحيحة في التاريخين وفي المدة.",
    },
  },
  {
    fragments: [{ quote: "كانت يومها أكبر سفينة حاويات في العالم" }],
    statement: "كانت «إيفر غيفن» في مارس 2021 أكبر سفينة حاويات في العالم.",
    shortForm: "كانت «إيفر غيفن» أكبر سفينة حاويات في العالم عام 2021",
    type: "event",
    tags: ["ملاحة"],
    checkWorthiness: "medium",
    state: "approved",
    markedBy: "second",
    assignee: "second",
    evidence: [
      {
        source: "rotterdamAlgeciras",
        stance: "refutes",
        quote:
          "The world’s largest containership, the 23,964 TEU HMM Algeciras, sailed into the Port of Rotterdam on June 3, making its first call at Europe’s largest port.",
        locator: "الفقرة الأولى",
        accessedOn: "2026-11-15",
        ...archived("rotterdamAlgeciras", "2026-11-15"),
      },
      {
        source: "wikipediaSuez",
        stance: "context",
        accessedOn: "2026-11-15",
        ...archived("wikipediaSuez", "2026-11-15"),
        note: "سعة «إيفر غيفن» نحو 20 ألف حاوية مكافئة؛ موسوعة، للمقارنة فقط.",
      },
    ],
    assessments: [
      {
        by: "second",
        label: "False",
        rationale: "منذ ربيع 2020 كانت «إتش إم إم ألخيسيراس» تحمل **23,964** حاوية مكافئة، أي أكثر بنحو أربعة آلاف.",
        confidence: "high",
      },
      { by: "reviewer", label: "False", rationale: "كانت من أكبر السفن، لا أكبرها؛ والطول وحده متقارب بين سفن هذه الفئة.", confidence: "high" },
    ],
    ruling: {
      by: "editor",
      label: "False",
      summary: "كانت من أكبر السفن، لكن سفنا أوسع منها كانت تعمل منذ عام 2020.",
      justification:
        "تتسع «إيفر غيفن» لنحو **20 ألف** حاوية مكافئة. وقبل الحادث بعام تقريبا دخلت الخدمة «إتش إم إم ألخيسيراس» بسعة **23,964** حاوية، وسبقتها «إم إس سي غولسون» بسعة 23,756. الصحيح أن يقال: *إحدى أكبر سفن الحاويات في العالم*.",
    },
  },
  {
    fragments: [{ quote: "نحو اثني عشر في المئة من تجارة العالم يمر عبر القناة" }],
    statement: "يمر نحو 12 في المئة من تجارة العالم عبر قناة السويس.",
    shortForm: "يمر نحو 12 في المئة من تجارة العالم عبر قناة السويس",
    type: "numerical",
    tags: ["قناة السويس", "تجارة"],
    checkWorthiness: "high",
    state: "in_review",
    markedBy: "reviewer",
    assignee: "reviewer",
    evidence: [
      {
        source: "unctadSuezNews",
        stance: "supports",
        accessedOn: "2026-11-22",
        ...archived("unctadSuezNews", "2026-11-22"),
        note: "ينقل عن الأونكتاد: بين 12 و15 في المئة من تجارة العالم في عام 2023.",
      },
      {
        source: "knoemaSuez",
        stance: "context",
        locator: "النقطة الأولى",
        accessedOn: "2026-11-22",
        ...archived("knoemaSuez", "2026-11-22"),
        note: "يحسب بالوزن: نحو 9 في المئة من التجارة المنقولة بحرا وأكثر من 7 في المئة من مجموع التجارة، بأرقام 2019.",
      },
    ],
    assessments: [
      {
        by: "reviewer",
        label: "Mostly true",
        rationale: "الرقم متداول ويؤيده **الأونكتاد**، لكنه يتغير مع طريقة الحساب: بالقيمة أم بالوزن، وبحرا أم كله.",
        confidence: "medium",
      },
    ],
  },
];

export const ARABIC: DemoDocument = {
  key: "suez",
  title: "ستة أيام في عنق القناة",
  author: "ليلى منصور",
  publication: "جريدة المرفأ",
  publishedOn: "2026-03-23",
  language: "ar",
  url: "https://example.org/ar/2026/03/suez",
  kind: "article",
  state: "in_progress",
  createdBy: "admin",
  format: "plain",
  speakers: false,
  text,
  claims,
};
