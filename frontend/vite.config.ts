import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// For looking at screens while the backend runs elsewhere: npm run dev, with the backend's address.
const backend = process.env.ZITRACK_BACKEND ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [vue()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    // Small files stay files: data: addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: { proxy: { '/api': backend } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['testing/setup.ts'],
    restoreMocks: true,
    // Accessibility checks take their time on a busy machine.
    testTimeout: 30_000,
  },
})
