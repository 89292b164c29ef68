import type { JobsOf } from '../context.ts'
import { exportCourses, exportPeople } from './export.ts'

export const jobs: JobsOf<'staff'> = { exportPeople, exportCourses }
