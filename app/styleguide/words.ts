/** The words of the specimens, so that right-to-left is looked at in a script that needs it. */
export interface Words {
  lang: "en" | "ar";
  column: Record<string, string>;
  headings: Record<"type" | "tones" | "controls" | "choices" | "feedback" | "records" | "layouts", string>;
  tones: readonly [trueTone: string, mostlyTrue: string, half: string, mostlyFalse: string, falseTone: string, off: string, open: string, skipped: string];
  title: string;
  sentence: string;
  claim: string;
  quote: string;
  byline: string;
  submit: string;
  cancel: string;
  remove: string;
  skip: string;
  statement: string;
  hint: string;
  error: string;
  source: string;
  search: string;
  state: string;
  topic: string;
  primary: string;
  people: readonly [string, string, string];
  empty: string;
  emptyHint: string;
  failed: string;
  failedHint: string;
  retry: string;
}

export const ENGLISH: Words = {
  lang: "en",
  column: {},
  headings: { type: "Type", tones: "Tones", controls: "Controls", choices: "Choices", feedback: "Feedback", records: "Records", layouts: "Layouts" },
  tones: ["True", "Mostly true", "Half true", "Mostly false", "False", "Unverifiable", "Open", "Skipped"],
  title: "Two leaders, one dinner",
  sentence: "The private conversation lasted almost two hours, more than twice what the schedule allowed.",
  claim: "The six-party talks collapsed ten years before April 2019.",
  quote: "talks … fell apart a decade ago",
  byline: "Report · 25 April 2019 · 912 words",
  submit: "Submit and next",
  cancel: "Cancel",
  remove: "Delete",
  skip: "Skip",
  statement: "Statement",
  hint: "One sentence that can be true or false.",
  error: "Write the statement first.",
  source: "Source",
  search: "Search the library",
  state: "In review",
  topic: "diplomacy",
  primary: "primary",
  people: ["Sara Rahman", "Emil Dahl", "Noor Aziz"],
  empty: "No claims yet",
  emptyHint: "Select a sentence in the text and press N.",
  failed: "The evidence could not be loaded",
  failedHint: "Nothing was lost. Check the connection and try again.",
  retry: "Try again",
};

export const ARABIC: Words = {
  lang: "ar",
  column: { "Right to left": "من اليمين إلى اليسار" },
  headings: { type: "الخط", tones: "الألوان", controls: "الأدوات", choices: "الخيارات", feedback: "الحالة", records: "السجلات", layouts: "التخطيط" },
  tones: ["صحيح", "صحيح غالبًا", "نصف صحيح", "خاطئ غالبًا", "خاطئ", "لا يمكن التحقق", "مفتوح", "متروك"],
  title: "زعيمان وعشاء واحد",
  sentence: "استمر الحديث الخاص قرابة ساعتين، أي أكثر من ضعف ما كان مقررًا.",
  claim: "انهارت المحادثات السداسية قبل عشر سنوات من نيسان 2019.",
  quote: "المحادثات … انهارت قبل عقد",
  byline: "تقرير · 25 نيسان 2019 · 912 كلمة",
  submit: "أرسل وانتقل",
  cancel: "إلغاء",
  remove: "حذف",
  skip: "تخطَّ",
  statement: "العبارة",
  hint: "جملة واحدة تحتمل الصدق أو الكذب.",
  error: "اكتب العبارة أولًا.",
  source: "المصدر",
  search: "ابحث في المكتبة",
  state: "قيد المراجعة",
  topic: "دبلوماسية",
  primary: "أولي",
  people: ["سارة رحمن", "إميل دال", "نور عزيز"],
  empty: "لا توجد ادعاءات بعد",
  emptyHint: "اختر جملة من النص واضغط N.",
  failed: "تعذّر تحميل الأدلة",
  failedHint: "لم يضِع شيء. تحقق من الاتصال وحاول مجددًا.",
  retry: "حاول مجددًا",
};
