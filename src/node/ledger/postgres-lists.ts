import {
  BinaryOperationNode,
  type InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  RawNode,
  ValueNode,
  ValuesNode,
} from 'kysely'

/**
 * Gives many values as one parameter where Kysely has one for each: `= any($1)` for `in ($1, $2, …)`, and for rows of whole
 * numbers `select * from unnest($1, $2)` for `values ($1, $2), ($3, $4), …`. Hundreds of parameters take longer to write and
 * to read than to look up.
 */
export const listsAsArrays: KyselyPlugin = {
  transformQuery: ({ node }) => transformer.transformNode(node),
  transformResult: async ({ result }) => result,
}

const transformer = new (class extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const type = typeOf(node)
    if (!type) return super.transformBinaryOperation(node)
    const { values } = node.rightOperand as PrimitiveValueListNode
    return BinaryOperationNode.create(
      super.transformNode(node.leftOperand),
      OperatorNode.create('='),
      RawNode.create(['any(', `::${type}[])`], [ValueNode.create(values)]),
    )
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const columns = node.values && columnsOf(node.values)
    if (!columns) return super.transformInsertQuery(node)
    const { values: _, ...rest } = node
    const arrays = columns.map((values) => RawNode.create(['', '::bigint[]'], [ValueNode.create(values)]))
    const between = columns.map((_, i) => (i === 0 ? 'select * from unnest(' : ', '))
    return Object.freeze({
      ...super.transformInsertQuery(rest),
      values: RawNode.create([...between, ')'], arrays),
    })
  }
})()

/** Rows of whole numbers, by column; null: they are others, or no rows. */
function columnsOf(node: OperationNode): number[][] | null {
  if (!ValuesNode.is(node)) return null
  const columns: number[][] = []
  for (const row of node.values) {
    if (!PrimitiveValueListNode.is(row) || !row.values.every((value) => Number.isInteger(value))) return null
    row.values.forEach((value, i) => {
      columns[i] ??= []
      columns[i].push(value as number)
    })
  }
  return columns
}

/** The type of a list's values; null: it is no list, or one of values of several types. */
function typeOf({ operator, rightOperand }: BinaryOperationNode): 'bigint' | 'text' | null {
  if (!isIn(operator) || !PrimitiveValueListNode.is(rightOperand)) return null
  const { values } = rightOperand
  if (values.every((value) => Number.isInteger(value))) return 'bigint'
  return values.every((value) => typeof value === 'string') ? 'text' : null
}

const isIn = (node: OperationNode): boolean => OperatorNode.is(node) && node.operator === 'in'
