import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { MountFacts } from '../machine.ts';
import { attempt } from './fault.ts';
import { type Mount, mountPoints } from './mounts.ts';
import { isWithin } from './place.ts';
