/** The parts of pdfmake that lay out and draw; they have no types of their own. */
type PdfmakeClass = { prototype: Record<string, (this: never, ...given: never[]) => unknown> }

declare module 'pdfmake/js/LayoutBuilder.js' {
  const builder: PdfmakeClass | { default: PdfmakeClass }
  export default builder
}
declare module 'pdfmake/js/Renderer.js' {
  const renderer: PdfmakeClass | { default: PdfmakeClass }
  export default renderer
}
