import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

function path(relative: string): string {
  return fileURLToPath(new URL(`../${relative}`, import.meta.url))
}

/** The page of the receiving service: the same policy as the program's own, so nothing is inlined. */
export default defineConfig({
  root: path('ministry/web'),
  base: './',
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: path('dist/ministry'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
