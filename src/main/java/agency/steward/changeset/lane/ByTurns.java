package agency.steward.changeset.lane;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Only a few at a time are in a transaction here. The lanes of a set wait for the row of the set
 * and for the head of the ledger anyway: all at once they would wait there with every connection
 * that there is, and leave none for the heartbeat that keeps them their lanes.
 */
@InterceptorBinding
@Target(TYPE)
@Retention(RUNTIME)
@interface ByTurns {}
