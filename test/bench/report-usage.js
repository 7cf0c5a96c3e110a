// Loaded into a child by --import: writes the most memory that it ever held (MB) and the seconds that
// its threads ran, to descriptor 3.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ memory: maxRSS / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
});
