/** A tensor going into a graph or coming out of it, row by row. */
export interface Tensor {
  readonly type: 'int32' | 'float32'
  readonly data: Int32Array | Float32Array
  readonly dims: readonly number[]
}

/**
 * A network ready to run, whatever runs it: what waits lies behind the promise. The core is handed one; onnxruntime makes
 * it in Node and in a browser alike.
 */
export interface Graph {
  /** @throws OnrecordError `model-broken` where the graph does not take these inputs */
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>
}
