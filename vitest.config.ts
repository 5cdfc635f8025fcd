import { defineConfig } from "vitest/config";

const SETUP = { setupFiles: ["./scripts/fail-on-console.ts"] };
/** No test may read what the developer has loaded: where nothing is, nothing is loaded. */
const NOTHING_LOADED = { SCA_HOME: "/nowhere/sca-ledger" };
/** Properties run hundreds of ledgers: on a busy machine longer than the five seconds that are usual. */
const DOMAIN = { include: ["sca/**/*.test.ts"], testTimeout: 20_000 };

/** No test may depend on the zone of the machine: each project pins one, and the domain runs in a second on the other side of the date line. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...SETUP, name: "domain", ...DOMAIN, env: { TZ: "America/Chicago" } } },
      { test: { ...SETUP, name: "domain-elsewhere", ...DOMAIN, env: { TZ: "Pacific/Auckland" } } },
      {
        test: {
          ...SETUP,
          name: "analysis",
          include: ["analysis/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.system.test.ts"],
          env: { TZ: "America/Chicago", ...NOTHING_LOADED },
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "addin",
          setupFiles: [...SETUP.setupFiles, "./addin/test-host/client/fail-on-unmodelled.ts"],
          include: ["addin/**/*.test.ts", "addin/**/*.test.tsx"],
          exclude: ["**/*.system.test.ts", "**/*.browser.test.ts"],
          env: { TZ: "America/Chicago" },
        },
      },
      {
        test: {
          name: "browser",
          globalSetup: ["./addin/test-host/browser/build-once.ts"],
          setupFiles: [...SETUP.setupFiles, "./addin/test-host/client/fail-on-unmodelled.ts"],
          include: ["addin/browser/**/*.browser.test.ts"],
          env: { TZ: "America/Chicago" },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
        },
      },
      {
        test: {
          ...SETUP,
          name: "system",
          include: ["analysis/**/*.system.test.ts", "scripts/**/*.system.test.ts", "addin/**/*.system.test.ts"],
          env: { TZ: "America/Chicago", ...NOTHING_LOADED },
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
