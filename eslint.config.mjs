import nextVitals from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Where components and hooks are. */
const REACT = ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "lib/**/*.tsx", "lib/ui/**/*.ts"];
/** Files that Next or a tool wants as a default export. */
const DEFAULT_EXPORTS = [
  "app/**/{page,layout,template,loading,error,global-error,not-found,default}.tsx",
  "app/**/{icon,opengraph-image,manifest,robots,sitemap}.{ts,tsx}",
  "*.config.{js,mjs,ts}",
  "*.{js,mjs}",
  ".*.mjs",
  "lib/db/test/*-setup.ts",
];

const ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "Read the environment through lib/env.ts.",
};
const LAZY = { name: "react", importNames: ["lazy"], message: "Fetch it with part(): without a network, what is lazy takes the page along." };
const DEFAULT_EXPORT = { selector: "ExportDefaultDeclaration", message: "Name the export." };

export default defineConfig([
  globalIgnores(["**/*.d.mts", ".next/", ".cache/", "data/", "lib/db/generated/", "next-env.d.ts", "test-results/", "playwright-report/"]),
  // Rules for React, some of which read each function as a compiler would: a third of the time where there is no React.
  {
    files: REACT,
    extends: [nextVitals],
    rules: {
      // A rule for the pages router, whose modules Next wraps.
      "@next/next/no-assign-module-variable": "off",
      // A warning for the React compiler, which is not used here.
      "react-hooks/preserve-manual-memoization": "off",
      "import/no-anonymous-default-export": "off",
      "no-restricted-imports": ["error", { paths: [LAZY] }],
    },
  },
  { files: ["components/ui/part.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    rules: {
      "no-restricted-syntax": ["error", ENVIRONMENT, DEFAULT_EXPORT],
      "no-console": "error",
      "no-control-regex": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  { files: DEFAULT_EXPORTS, rules: { "no-restricted-syntax": ["error", ENVIRONMENT] } },
  {
    files: ["lib/env.ts", "instrumentation.ts", "scripts/**", "e2e/**", "bench/**", "*.config.*", "lib/db/test/**"],
    rules: { "no-restricted-syntax": "off", "no-console": "off" },
  },
  {
    files: ["**/*.test.{ts,tsx}", "e2e/**", "bench/**"],
    rules: {
      "no-restricted-syntax": "off",
      // Answers are read as a stranger reads them: by name, and the test fails if the name is not there.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
    },
  },
]);
