package dev.pulso.crm.internal.lead;

import dev.pulso.api.model.LeadScore;
import dev.pulso.api.model.LeadScoring;
import dev.pulso.api.model.LeadScoringPut;
import dev.pulso.api.model.LeadSignal;
import dev.pulso.api.model.SignalType;
import dev.pulso.crm.internal.scoring.ScoreLine;
import dev.pulso.crm.internal.scoring.ScoringRules;
import dev.pulso.edge.web.ApiMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Scores at the edge of the API. */
@Mapper(config = ApiMapping.class)
interface LeadScoreMapper {
    /** Made at compile time. */
    LeadScoreMapper SCORES = new LeadScoreMapperImpl();

    @Mapping(target = "total", expression = "java(score.total())")
    LeadScore toApi(LeadScores.Score score);

    @Mapping(target = "source.type", source = "sourceType")
    @Mapping(target = "source.id", source = "sourceId")
    @Mapping(target = "overridden", expression = "java(line.overridden())")
    dev.pulso.api.model.ScoreLine toApi(ScoreLine line);

    LeadSignal toApi(LeadScores.Signal signal);

    default SignalType type(String type) {
        return SignalType.fromString(type);
    }

    @Mapping(target = "bantMaximum", expression = "java(rules.bantMaximum())")
    LeadScoring toApi(ScoringRules rules);

    @Mapping(target = "version", constant = "0")
    ScoringRules toRules(LeadScoringPut body);
}
