import { openBalancer } from '../../drill/balancer.ts';

// The proxy before the replicas, in a process of its own, as in deploy/. It prints its address and ends with its parent.
const balancer = await openBalancer();
process.on('message', (urls: string[]) => balancer.lead(urls));
process.on('disconnect', () => process.exit(0));
process.send?.(balancer.url);
