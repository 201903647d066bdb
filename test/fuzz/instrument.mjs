import ts from 'typescript'

/** The global through which instrumented modules count. */
export const COUNTERS = '__onrecordCounters'

/**
 * Puts a counter at every place where the flow of a module branches: each function, each arm of a condition (the one that
 * is not written too), each loop's body, each case, each catch. Counters are bytes of one array that all modules share.
 *
 * @param first the first counter's index
 * @returns the module's new text, and how many counters it has
 */
export function instrument(code, first) {
  const source = ts.createSourceFile('module.mjs', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
  const { factory: make } = ts
  let count = first
  const counter = () =>
    make.createPostfixIncrement(make.createElementAccessExpression(make.createIdentifier(COUNTERS), count++))
  const statement = () => make.createExpressionStatement(counter())
  const counted = (expression) => make.createParenthesizedExpression(make.createComma(counter(), expression))
  const block = (body) =>
    ts.isBlock(body)
      ? make.updateBlock(body, [statement(), ...body.statements])
      : make.createBlock([statement(), body], true)

  const transform = (context) => {
    const visit = (before) => {
      const node = ts.visitEachChild(before, visit, context)
      if (ts.isIfStatement(node)) {
        const other = node.elseStatement ? block(node.elseStatement) : make.createBlock([statement()])
        return make.updateIfStatement(node, node.expression, block(node.thenStatement), other)
      }
      if (ts.isConditionalExpression(node)) {
        return make.updateConditionalExpression(
          node,
          node.condition,
          node.questionToken,
          counted(node.whenTrue),
          node.colonToken,
          counted(node.whenFalse),
        )
      }
      if (ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind))
        return make.updateBinaryExpression(node, node.left, node.operatorToken, counted(node.right))
      if (ts.isArrowFunction(node)) {
        const { modifiers, typeParameters, parameters, type, equalsGreaterThanToken: token, body } = node
        const counting = ts.isBlock(body) ? block(body) : counted(body)
        return make.updateArrowFunction(node, modifiers, typeParameters, parameters, type, token, counting)
      }
      if (ts.isFunctionDeclaration(node) && node.body) {
        const { modifiers, asteriskToken, name, typeParameters, parameters, type, body } = node
        return make.updateFunctionDeclaration(
          node,
          ...[modifiers, asteriskToken, name, typeParameters, parameters, type, block(body)],
        )
      }
      if (ts.isFunctionExpression(node)) {
        const { modifiers, asteriskToken, name, typeParameters, parameters, type, body } = node
        return make.updateFunctionExpression(
          node,
          ...[modifiers, asteriskToken, name, typeParameters, parameters, type, block(body)],
        )
      }
      if (ts.isMethodDeclaration(node) && node.body) {
        const { modifiers, asteriskToken, name, questionToken, typeParameters, parameters, type, body } = node
        return make.updateMethodDeclaration(
          node,
          ...[modifiers, asteriskToken, name, questionToken, typeParameters, parameters, type, block(body)],
        )
      }
      if (ts.isForStatement(node))
        return make.updateForStatement(node, node.initializer, node.condition, node.incrementor, block(node.statement))
      if (ts.isForOfStatement(node))
        return make.updateForOfStatement(
          node,
          node.awaitModifier,
          node.initializer,
          node.expression,
          block(node.statement),
        )
      if (ts.isForInStatement(node))
        return make.updateForInStatement(node, node.initializer, node.expression, block(node.statement))
      if (ts.isWhileStatement(node)) return make.updateWhileStatement(node, node.expression, block(node.statement))
      if (ts.isDoStatement(node)) return make.updateDoStatement(node, block(node.statement), node.expression)
      if (ts.isCaseClause(node)) return make.updateCaseClause(node, node.expression, [statement(), ...node.statements])
      if (ts.isDefaultClause(node)) return make.updateDefaultClause(node, [statement(), ...node.statements])
      if (ts.isCatchClause(node)) return make.updateCatchClause(node, node.variableDeclaration, block(node.block))
      return node
    }
    return (file) => ts.visitNode(file, visit)
  }
  const { transformed } = ts.transform(source, [transform])
  const text = ts.createPrinter().printFile(transformed[0])
  return { code: `const ${COUNTERS} = globalThis.${COUNTERS};\n${text}`, counters: count - first }
}

const LOGICAL = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
])

/** The string literals of a module that may stand in an input: short, and no names of modules. */
export function wordsOf(code) {
  const words = new Set()
  const source = ts.createSourceFile('module.mjs', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
  const look = (node) => {
    if (ts.isImportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) && node.text.length > 1 && node.text.length <= 24) words.add(node.text)
    ts.forEachChild(node, look)
  }
  look(source)
  return [...words]
}
