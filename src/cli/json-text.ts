export { jsonText } from '../escape.ts';
