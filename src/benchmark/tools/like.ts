import { z } from 'zod';

/** The common field `like`: the kind of tool, needed if its name in the plan is a different one. */
export const like = <const T extends string>(tool: T) =>
  z
    .literal(tool)
    .meta({
      description: 'the tool that it is, where the plan calls it by another name',
      default: 'the one of its name',
      form: `\`${tool}\``,
    })
    .optional();
