import js from "@eslint/js";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = [
  "accounts",
  "activity",
  "buckets",
  "downloads",
  "objects",
  "permissions",
  "transfers",
  "uploads",
];

// app -> features -> {transfer, api, ui}; features do not import each other; core imports only core.
const zones = [
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: "./src/features",
    except: [`./${name}`],
    message: "Features do not import each other.",
  })),
  {
    target: "./src/features",
    from: "./src/app",
    message: "app imports features, not the reverse.",
  },
  {
    target: "./src/{api,ui,transfer}",
    from: ["./src/app", "./src/features"],
    message: "Imports point down.",
  },
  { target: "./src/{api,ui}", from: "./src/transfer", message: "api and ui know no transfers." },
  {
    target: "./src/transfer/core",
    from: "./src",
    except: ["./transfer/core"],
    message: "core is pure.",
  },
  {
    target: "./src/transfer/!(adapters|core)/**",
    from: ["./src/api", "./src/ui"],
    message: "Only adapters touch the API.",
  },
];

export default tseslint.config(
  { ignores: ["dist", "src/api/schema.gen.ts", "test-results", "playwright-report"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat.recommended,
  {
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      "import-x/resolver-next": [
        createNodeResolver({
          extensions: [".ts", ".tsx", ".js"],
          alias: { "@": [`${import.meta.dirname}/src`] },
        }),
      ],
    },
    rules: {
      "import-x/no-default-export": "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { zones, basePath: import.meta.dirname }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: false }],
    },
  },
  {
    files: ["{scripts,bench}/*.mjs", "*.config.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
  { files: ["**/*.config.{ts,js}", "**/*.d.ts"], rules: { "import-x/no-default-export": "off" } },
);
