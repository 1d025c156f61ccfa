const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = "(?<year>\\d{4})(?:$|[ ,])";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,? )?";
/** "March 5, 2021", "Fri Mar 05 2021 10:00:00 GMT+0100". */
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}\\.? ${DAY},? ${YEAR}`, "i");
/** "5 March 2021", "5th of March 2021", "5-Mar-2021", "Fri, 5 Mar 2021 10:00:00 GMT". */
const DAY_FIRST = new RegExp(`^${WEEKDAY}${DAY}\\.?(?: of)?[ -]${MONTH}\\.?,?[ -]${YEAR}`, "i");

/**
 * "yyyy-mm-dd" for a day as others write it: with a time behind it, with the English name of its month, "dd.mm.yyyy", or "dd-mm-yyyy" and
 * "dd/mm/yyyy" where it cannot be meant otherwise. Null when it is no day, or when month and day could be the other way round.
 */
export function readDay(written: string): string | null {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:$|[T ]|Z$|[+-]\d{2}:\d{2}$)/.exec(written);
  if (iso) return dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const spelled = (MONTH_FIRST.exec(written) ?? DAY_FIRST.exec(written))?.groups;
  if (spelled) return dayOf(Number(spelled["year"]), MONTHS.indexOf((spelled["month"] ?? "").slice(0, 3).toLowerCase()) + 1, Number(spelled["day"]));
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:$|[ T]\d{1,2}:)/.exec(written);
  if (!parts) return null;
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  if (parts[2] === "." || first === second || first > 12) return dayOf(year, second, first);
  return second > 12 ? dayOf(year, first, second) : null;
}

/** "yyyy-mm-dd" for "dd-mm-yyyy", as AVeriTeC has it, or for what `readDay` reads. */
export function readDayFirst(written: string): string | null {
  const parts = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(written.trim());
  return parts ? dayOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : readDay(written.trim());
}

function dayOf(year: number, month: number, day: number): string | null {
  const written = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
  const moment = new Date(`${written}T00:00:00Z`);
  return year >= 1 && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : null;
}
