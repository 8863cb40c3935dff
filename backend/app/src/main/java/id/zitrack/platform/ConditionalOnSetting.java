package id.zitrack.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Takes part only while a setting is given, or only while it is empty. */
@Conditional(ConditionalOnSetting.SettingCondition.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ConditionalOnSetting {
    String value();

    /** Whether to take part when the setting is empty rather than given. */
    boolean empty() default false;

    /** Reads the annotation. */
    final class SettingCondition implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var setting = metadata.getAnnotations().get(ConditionalOnSetting.class);
            var text = context.getEnvironment().getProperty(setting.getString("value"), "");
            return text.isBlank() == setting.getBoolean("empty");
        }
    }
}
