// What the summary of all checks says of a run of Vitest: how many tests passed, which failed and why, and which passed only when tried again.
import { writeFileSync } from "node:fs";

export default class SummaryReporter {
  onTestRunEnd(modules, errors) {
    const summary = { passed: 0, failed: errors.map(({ name, message }) => ({ title: name, why: message })), again: [] };
    for (const module of modules) {
      const where = `${module.project.name} ${module.relativeModuleId}`;
      // A file that could not be loaded, or whose hooks failed, may hold no failed test.
      for (const { message } of [module, ...module.children.allSuites()].flatMap((holder) => holder.errors()))
        summary.failed.push({ title: where, why: message });
      for (const test of module.children.allTests()) {
        const title = `${where} › ${test.fullName}`;
        const { state, errors: faults } = test.result();
        if (state === "passed") summary.passed += 1;
        if (state === "failed") summary.failed.push({ title, why: faults?.[0]?.message ?? "" });
        if (test.diagnostic()?.flaky) summary.again.push(title);
      }
    }
    writeFileSync(process.env.SUMMARY_FILE, JSON.stringify(summary));
  }
}
