/** Servers that were started, and ways to stop them. */
export interface Shards {
  cluster: string;
  /** Addresses by HTTP. */
  urls: string[];
  /** Stops one as a failure would. */
  kill(index: number): Promise<void>;
  restart(index: number): Promise<void>;
  stop(): Promise<unknown>;
}

export function startShards(folder: string, count?: number): Promise<Shards>;
