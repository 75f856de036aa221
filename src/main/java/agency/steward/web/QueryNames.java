package agency.steward.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The query parameters an operation declares, on its method or in its {@code @BeanParam}s.
 *
 * @param repeatable by name, whether it may stand there more than once
 */
record QueryNames(Map<String, Boolean> repeatable) {

  static QueryNames of(Method operation) {
    var names = new TreeMap<String, Boolean>();
    for (Parameter parameter : operation.getParameters()) {
      collect(parameter, parameter.getType(), names);
    }
    return new QueryNames(names);
  }

  private static void collect(AnnotatedElement where, Class<?> type, Map<String, Boolean> names) {
    QueryParam query = where.getAnnotation(QueryParam.class);
    if (query != null) {
      names.put(query.value(), Collection.class.isAssignableFrom(type));
    }
    if (where.isAnnotationPresent(BeanParam.class)) {
      for (Class<?> bean = type; bean != Object.class; bean = bean.getSuperclass()) {
        for (Field field : bean.getDeclaredFields()) {
          collect(field, field.getType(), names);
        }
      }
    }
  }

  boolean has(String name) {
    return repeatable.containsKey(name);
  }

  boolean mayRepeat(String name) {
    return repeatable.getOrDefault(name, false);
  }

  Set<String> all() {
    return repeatable.keySet();
  }
}
