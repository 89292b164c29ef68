export { AddToCollectionDialog } from './AddToCollectionDialog.tsx'
export { chosenTitlesName, type ChosenTitles } from './chosen-titles.ts'
export { jobsAddress } from './jobs-address.ts'
