package org.rasd.aggregate;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import scala.collection.JavaConverters;

/**
 * What Spark's parser says of a query, without a session.
 *
 * @param reads tables that the query names, its own WITH names left out
 * @param problem why it is no query, empty where it is; starts with the line
 */
record ReportSql(Set<String> reads, Optional<Problem> problem) {

    /**
     * A place in the query and what is wrong there.
     *
     * @param line counted from 1
     */
    record Problem(int line, String message) {}

    static ReportSql parse(String sql) {
        LogicalPlan plan;
        try {
            plan = new CatalystSqlParser().parsePlan(sql);
        } catch (Exception e) { // Scala throws ParseException without declaring it
            return new ReportSql(Set.of(), Optional.of(problem(e)));
        }
        if (plan instanceof Command || plan instanceof ParsedStatement) {
            return new ReportSql(Set.of(), Optional.of(new Problem(1, "it is a command; write one SELECT")));
        }
        Set<String> reads = new TreeSet<>();
        relations(plan, reads);
        return new ReportSql(reads, Optional.empty());
    }

    private static void relations(LogicalPlan plan, Set<String> into) {
        if (plan instanceof UnresolvedRelation relation) {
            into.add(String.join(".", JavaConverters.seqAsJavaList(relation.multipartIdentifier())));
        }
        JavaConverters.seqAsJavaList(plan.children()).forEach(child -> relations(child, into));
        JavaConverters.seqAsJavaList(plan.subqueries()).forEach(query -> relations((LogicalPlan) query, into));
        if (plan instanceof UnresolvedWith with) {
            Set<String> own = new TreeSet<>();
            JavaConverters.seqAsJavaList(with.cteRelations()).forEach(cte -> {
                own.add(cte._1());
                relations(cte._2(), into);
            });
            into.removeAll(own);
        }
    }

    private static Problem problem(Exception e) {
        if (e instanceof ParseException parse) {
            int line = parse.line().isDefined() ? ((Number) parse.line().get()).intValue() : 1;
            return new Problem(line, firstLine(parse.message()));
        }
        return new Problem(1, firstLine(String.valueOf(e.getMessage())));
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("no reason given");
    }
}
