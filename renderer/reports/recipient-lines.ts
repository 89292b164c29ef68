/** The recipients as a paper lists them: '- Như trên;' … '- Lưu: VT.' */
export function recipientLines(text: string): string[] {
  const bare = text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^[-–+]\s*/, '')
        .replace(/[\s;.,]+$/, ''),
    )
    .filter((line) => line !== '')
  return bare.map((line, at) => `- ${line}${at === bare.length - 1 ? '.' : ';'}`)
}
