import { expect, it } from "vitest";
import { guessLanguage } from "@/lib/importers/language";

it.each([
  ["en", "The minister said that the plan was ready, and it is not from her."],
  ["es", "La ministra dijo que el plan está listo para los vecinos, pero no es más que una idea."],
  ["fr", "La ministre a dit que le plan est prêt pour les habitants, mais pas avec cette loi."],
  ["de", "Die Ministerin sagte, der Plan ist fertig und nicht für sich gedacht."],
  ["pt", "A ministra disse que o plano não é para os vizinhos, mas uma ideia do governo."],
  ["it", "La ministra ha detto che il piano è pronto per gli abitanti, non una legge della regione."],
  ["nl", "De minister zei dat het plan niet voor een stad is, maar van iedereen."],
  ["ar", "قالت الوزيرة إن الخطة جاهزة"],
  ["fa", "وزیر گفت که برنامه آماده است و پایان می‌گیرد"],
  ["ur", "وزیر نے کہا کہ منصوبہ تیار ہے"],
  ["he", "השרה אמרה שהתוכנית מוכנה"],
  ["ru", "Министр сказала, что план готов"],
  ["uk", "Міністерка сказала, що план її готовий"],
  ["el", "Η υπουργός είπε"],
  ["hi", "मंत्री ने कहा"],
  ["zh", "部长说计划已经准备好了"],
  ["ja", "大臣は計画ができたと言いました"],
  ["ko", "장관은 계획이 준비되었다고 말했다"],
  ["en", "12 345"],
])("guesses %s", (language, text) => {
  expect(guessLanguage(text)).toBe(language);
});
