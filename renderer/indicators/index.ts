export { MainCause } from './MainCause.tsx'
export { SupposePart } from './SupposePart.tsx'
export { useIndicatorChoices, useIndicatorCodes } from './use-indicator-choices.ts'
export { explainPath, useIndicatorTexts } from './use-indicator-texts.ts'
