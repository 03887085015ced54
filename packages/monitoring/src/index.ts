export { createQueries, type Queries, type QueryScope } from './queries';
