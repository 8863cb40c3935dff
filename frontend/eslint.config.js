import globals from 'globals'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import typescript from 'typescript-eslint'

const features = [
  'home',
  'worksheet',
  'evidence',
  'review',
  'readiness',
  'scores',
  'dossier',
  'administration',
  'instruments',
  'discussion',
  'findings',
  'programme',
]

/** Imports go one way: ui, api, messages ← features ← App, routes; a feature never imports a feature. */
const walls = [
  {
    files: ['src/{ui,api,messages}/**/*.{ts,vue}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/features/**', '**/routes', '**/App.vue'] }] },
      ],
    },
  },
  {
    files: ['src/{api,messages}/**/*.{ts,vue}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/features/**', '**/ui/**', '**/routes', '**/App.vue'] }] },
      ],
    },
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**/*.{ts,vue}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/routes', '**/App.vue', '**/features/**'] },
            ...features
              .filter((other) => other !== feature)
              .map((other) => ({
                group: [`../${other}/**`, `../../${other}/**`],
                message: 'A feature never imports a feature.',
              })),
          ],
        },
      ],
    },
  })),
]

export default [
  { ignores: ['target/**', 'node_modules/**', 'src/api/schema.d.ts'] },
  ...typescript.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue,js}'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.vue'] },
    },
    rules: {
      // Prettier owns the layout.
      'vue/html-indent': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/html-closing-bracket-spacing': 'off',
      // Optional props are undefined when absent; that is what the types say.
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      // A label either wraps its control or names it with for.
      'vuejs-accessibility/label-has-for': [
        'error',
        { required: { some: ['nesting', 'id'] }, allowChildren: true },
      ],
      'vuejs-accessibility/form-control-has-label': 'off',
      'vuejs-accessibility/no-static-element-interactions': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import from the file that holds the thing.',
        },
      ],
    },
  },
  { files: ['scripts/**', '*.{js,ts}', 'testing/**'], languageOptions: { globals: globals.node } },
  ...walls,
]
