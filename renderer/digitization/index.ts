export { AddToCollectionDialog } from './AddToCollectionDialog.tsx'
export { chosenTitlesName, type ChosenTitles } from './chosen-titles.ts'
