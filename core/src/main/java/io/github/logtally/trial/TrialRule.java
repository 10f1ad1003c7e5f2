package io.github.logtally.trial;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A rule of a trial.
 *
 * @param place where it stands, in words for the user ({@code Counter 'http_requests_total'})
 * @param metric the name of the metric it feeds
 * @param labels the names of the metric's labels, in the order in which a {@link TrialListener} is given their values
 * @param captures the names of the holes of its message pattern and of the groups of its regex
 * @param needs what it reads beside the message
 */
@ProviderType
public record TrialRule(String place, String metric, List<String> labels, List<String> captures, Set<Need> needs) {
    /**
     * A rule that has copies of the collections.
     *
     * @param place as in {@link #place}
     * @param metric as in {@link #metric}
     * @param labels as in {@link #labels}
     * @param captures as in {@link #captures}
     * @param needs as in {@link #needs}
     */
    public TrialRule {
        labels = List.copyOf(labels);
        captures = List.copyOf(captures);
        needs = Set.copyOf(needs);
    }
}
