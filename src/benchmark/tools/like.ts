import { z } from 'zod';

/** The field that all tools have: which one it is, where its name in the plan does not say it. */
export const like = <const T extends string>(tool: T) =>
  z
    .literal(tool)
    .meta({
      description: 'the tool that it is, where the plan calls it by another name',
      default: 'the one of its name',
      form: `\`${tool}\``,
    })
    .optional();
