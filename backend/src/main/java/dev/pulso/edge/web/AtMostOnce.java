package dev.pulso.edge.web;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every resource with a POST: the same {@code Idempotency-Key} makes the same thing once. The whole request is then one
 * transaction, so what it does, the key and the answer are there together or not at all.
 */
@InterceptorBinding
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AtMostOnce {}
