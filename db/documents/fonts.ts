import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const faces = {
  normal: '400Regular',
  italics: '400Regular_Italic',
  bold: '700Bold',
  bolditalics: '700Bold_Italic',
} as const

/** The installed app carries the faces in `fonts/` beside its bundle; from source they come from the package. */
function facePath(face: string): string {
  const packed = fileURLToPath(new URL(`./fonts/Tinos_${face}.ttf`, import.meta.url))
  if (existsSync(packed)) return packed
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)
}

/** Tinos has the exact widths of Times New Roman and may be embedded freely. */
export function tinosPaths(): Record<keyof typeof faces, string> {
  return {
    normal: facePath(faces.normal),
    italics: facePath(faces.italics),
    bold: facePath(faces.bold),
    bolditalics: facePath(faces.bolditalics),
  }
}
