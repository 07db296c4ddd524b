package dev.pulso.platform.security;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.annotation.Priority;
import java.util.Set;

/** How tokens are checked: our key, our issuer, ES256 and nothing else. The key is a fact of run time. */
@ApplicationScoped
class TokenVerification {

    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    JWTAuthContextInfo verification(SigningKeys keys) {
        JWTAuthContextInfo info = new JWTAuthContextInfo(keys.publicKey(), AccessTokens.ISSUER);
        info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        info.setClockSkew(5);
        return info;
    }
}
