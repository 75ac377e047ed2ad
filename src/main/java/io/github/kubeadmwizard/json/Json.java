package io.github.kubeadmwizard.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON. Objects are maps in the order of the text, arrays are lists, the rest are
 * strings, numbers and booleans; null stays null.
 */
public final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private Json() {}

  /** The value on one line. */
  public static String line(Object value) {
    return written(value, false);
  }

  /** The value over several lines, indented. */
  public static String pretty(Object value) {
    return written(value, true);
  }

  /** The object that this text is, or empty if it is no JSON or no object. */
  public static Optional<Map<String, @Nullable Object>> object(String text) {
    try {
      return Optional.ofNullable(MAPPER.readValue(text, OBJECT));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static String written(Object value, boolean indented) {
    var writer = MAPPER.writer();
    try {
      return (indented ? writer.with(SerializationFeature.INDENT_OUTPUT) : writer)
          .writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}
