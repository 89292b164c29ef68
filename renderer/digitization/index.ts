export { chosenTitlesName, type ChosenTitles } from './chosen-titles.ts'
