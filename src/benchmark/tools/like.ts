import { text } from '../../scenario/declare.ts';

/** The field that all tools have: which one it is, where its name does not say it. */
export const like = text({
  description: 'the tool that it is',
  default: 'the one of its name',
  example: 'tar',
}).optional();
