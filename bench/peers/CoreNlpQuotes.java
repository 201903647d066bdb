import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.QuoteAttributionAnnotator;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;
import javax.json.JsonObjectBuilder;

/**
 * CoreNLP's QuoteAnnotator by its defaults: a document of JSON a line in, an answer a line out, with what the call took.
 * It names no cue. Quotations of one paragraph that it gives to the same words of the text are one statement, as in the
 * gold; a quotation that it gives to nobody is a statement without a mention.
 */
public class CoreNlpQuotes {
  public static void main(String[] args) throws Exception {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse,coref,quote");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    com.sun.management.OperatingSystemMXBean system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonObject document = Json.createReader(new StringReader(line)).readObject();
      String text = document.getString("text");
      JsonObjectBuilder answer = Json.createObjectBuilder().add("id", document.getString("id"));
      long began = System.nanoTime();
      long before = system.getProcessCpuTime();
      Annotation annotation = new Annotation(text);
      String error = null;
      try {
        pipeline.annotate(annotation);
      } catch (RuntimeException thrown) {
        error = String.valueOf(thrown);
      }
      answer.add("cpu", (system.getProcessCpuTime() - before) / 1e6).add("wall", (System.nanoTime() - began) / 1e6);
      if (error == null) answer.add("statements", statements(annotation, text));
      else answer.add("error", error);
      answers.println(answer.build());
    }
  }

  private static JsonArrayBuilder statements(Annotation annotation, String text) {
    List<CoreLabel> tokens = annotation.get(CoreAnnotations.TokensAnnotation.class);
    Map<String, List<int[]>> contents = new LinkedHashMap<>();
    Map<String, int[]> mentions = new LinkedHashMap<>();
    List<CoreMap> quotations = annotation.get(CoreAnnotations.QuotationsAnnotation.class);
    for (CoreMap quotation : quotations == null ? List.<CoreMap>of() : quotations) {
      int[] content = {
        quotation.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
        quotation.get(CoreAnnotations.CharacterOffsetEndAnnotation.class)
      };
      Integer first = quotation.get(QuoteAttributionAnnotator.MentionBeginAnnotation.class);
      Integer last = quotation.get(QuoteAttributionAnnotator.MentionEndAnnotation.class);
      String key = "quotation " + content[0];
      if (first != null && last != null) {
        int paragraph = text.lastIndexOf('\n', content[0]);
        key = "mention " + first + " " + paragraph;
        mentions.put(key, new int[] {tokens.get(first).beginPosition(), tokens.get(last).endPosition()});
      }
      contents.computeIfAbsent(key, unused -> new ArrayList<>()).add(content);
    }
    JsonArrayBuilder statements = Json.createArrayBuilder();
    contents.forEach((key, spans) -> {
      JsonArrayBuilder content = Json.createArrayBuilder();
      for (int[] span : spans) content.add(pair(span));
      JsonObjectBuilder statement = Json.createObjectBuilder().add("content", content).addNull("cue");
      if (mentions.containsKey(key)) statement.add("mention", pair(mentions.get(key)));
      else statement.addNull("mention");
      statements.add(statement);
    });
    return statements;
  }

  private static JsonArrayBuilder pair(int[] span) {
    return Json.createArrayBuilder().add(span[0]).add(span[1]);
  }
}
