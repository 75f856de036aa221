package agency.steward.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import io.smallrye.config.common.utils.StringUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * The Javadoc of one source file as Markdown, in the order of the file: types by their binary name,
 * methods by {@code type.method}.
 */
final class SourceComments extends TreePathScanner<Void, String> {
  private final DocTrees docs;
  private final Map<String, String> comments = new LinkedHashMap<>();

  private SourceComments(DocTrees docs) {
    this.docs = docs;
  }

  static Map<String, String> of(Path file) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
      var scanner = new SourceComments(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        scanner.scan(unit, String.valueOf(unit.getPackageName()) + ".");
      }
      return scanner.comments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Void visitClass(ClassTree type, String prefix) {
    String name = prefix + type.getSimpleName();
    remember(name);
    return super.visitClass(type, name + "$");
  }

  @Override
  public Void visitMethod(MethodTree method, String prefix) {
    remember(prefix.substring(0, prefix.length() - 1) + "." + method.getName());
    return null;
  }

  private void remember(String name) {
    DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
    comments.put(name, comment == null ? "" : markdown(comment.getFullBody()));
  }

  private static String markdown(List<? extends DocTree> parts) {
    return parts.stream()
        .map(SourceComments::markdown)
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String markdown(DocTree part) {
    return switch (part) {
      case TextTree text -> text.getBody();
      case LiteralTree code -> "`" + code.getBody().getBody().strip() + "`";
      case LinkTree link -> "`" + target(link.getReference().getSignature()) + "`";
      default -> part.toString();
    };
  }

  /** Another setting of the same interface goes by the name of its property. */
  private static String target(String signature) {
    return signature.startsWith("#")
        ? StringUtil.skewer(signature.substring(1).replace("()", ""))
        : signature;
  }
}
