export { explainPath, useIndicatorTexts } from './use-indicator-texts.ts'
