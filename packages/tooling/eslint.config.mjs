import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { UNPUBLISHED, restrictImports } from './lint/restricted-imports.mjs';
import { SYNTAX_RULES } from './lint/restricted-syntax.mjs';
import { WORKSPACE_ROOT } from './workspace/read-workspace.mjs';

const TYPESCRIPT = ['**/*.{ts,tsx,mts,cts}'];
const SOURCES = ['packages/*/src/**/*.{ts,tsx}'];
const TESTS = ['packages/*/test/**/*.{ts,tsx}', 'packages/{testkit,adapter-contract}/**/*.ts'];
const SCRIPTS = ['**/*.{js,mjs,cjs}'];
const CONFIGS = ['jest.config.ts', '**/eslint.config.mjs'];

const NODE_GLOBALS = Object.fromEntries(
  Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']),
);

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'packages/*/npm/',
      '**/.cache/',
      '**/coverage/',
      '**/generated/',
      // Written for the project that a consumer installs, and checked there.
      'packages/tooling/consumers/programs/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['jest.config.ts'] },
        tsconfigRootDir: WORKSPACE_ROOT,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: [...TYPESCRIPT, ...SCRIPTS],
    rules: { eqeqeq: 'error', 'no-restricted-syntax': ['error', ...SYNTAX_RULES] },
  },
  { files: SOURCES, ignores: UNPUBLISHED, rules: { 'no-console': 'error' } },
  ...restrictImports(),
  {
    // Tests throw what is no error, hand over half-typed bodies and pass methods to matchers on purpose.
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-sparse-arrays': 'off',
    },
  },
  {
    files: SCRIPTS,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: NODE_GLOBALS },
  },
  { files: CONFIGS, rules: { 'no-restricted-syntax': 'off' } },
);
