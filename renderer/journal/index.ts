export { HistoryPart } from './HistoryPart.tsx'
export { RecordHistory } from './RecordHistory.tsx'
