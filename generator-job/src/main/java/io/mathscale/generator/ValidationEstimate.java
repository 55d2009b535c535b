package io.mathscale.generator;

import io.mathscale.core.calls.PromptBatch;
import io.mathscale.core.calls.estimate.Estimate;
import io.mathscale.core.command.CallOptions;
import io.mathscale.core.command.StageContext;
import io.mathscale.core.config.JudgeConfig;
import io.mathscale.core.config.ModelConfig;
import io.mathscale.core.workspace.Tables;
import io.mathscale.core.workspace.Workspace;
import io.mathscale.generator.validate.ExpectedJudgements;
import io.mathscale.generator.validate.ExpectedVotes;
import io.mathscale.generator.validate.StoppingRule;
import java.util.Optional;

/** Tells what fresh solutions of all pairs would take, and judges where they are asked. */
final class ValidationEstimate {
  private static final String MOST = "validate.max-solutions";

  private final StageContext context;
  private final CallOptions options;

  /** An estimate that asks the sample that the options want. */
  ValidationEstimate(StageContext context, CallOptions options) {
    this.context = context;
    this.options = options;
  }

  /**
   * Prints it, model by model and in all.
   *
   * @param rounds that have not begun
   * @param judges that were not asked; empty where none are
   */
  void print(ValidationRounds rounds, Optional<ValidationJudges> judges) {
    StoppingRule rule = StoppingRule.of(context.config().validate());
    ExpectedVotes votes = votes(rule);
    context.say("validate: of each model the first fresh solution of each pair:");
    WholeBill bill = WholeBill.NONE;
    int models = rounds.models();
    for (int model = 0; model < Math.min(models, rule.most()); model++) {
      PromptBatch first = rounds.first(model);
      long turns = (rule.most() - model + models - 1L) / models;
      bill =
          bill.plus(
              WholeBill.of(
                  options.estimate(context, first),
                  first.count() * votes.ofModel(model, models),
                  (double) first.count() * turns));
    }

    if (judges.isPresent()) {
      ExpectedJudgements judgements = judgements();
      bill = bill.plus(ofJudges(judges.get(), judgements));
      String basis = votes.basis() + "; " + judgements.basis();
      System.out.println(bill.text(Validate.NAME, basis, MOST + ", and every pair judged"));
    } else {
      System.out.println(bill.text(Validate.NAME, votes.basis(), MOST));
    }

    System.out.flush();
  }

  private ExpectedVotes votes(StoppingRule rule) {
    Workspace workspace = context.workspace();
    return (workspace.has(Tables.VALIDATIONS)
            ? ExpectedVotes.seen(workspace.read(Tables.VALIDATIONS), rule)
            : Optional.<ExpectedVotes>empty())
        .orElseGet(() -> ExpectedVotes.assumed(rule));
  }

  private ExpectedJudgements judgements() {
    Workspace workspace = context.workspace();
    return workspace.has(Tables.VALIDATIONS)
        ? ExpectedJudgements.seen(workspace.read(Tables.VALIDATIONS))
        : ExpectedJudgements.assumed();
  }

  /** A sample can be asked of what judges are asked about in any case. */
  private WholeBill ofJudges(ValidationJudges judges, ExpectedJudgements judgements) {
    JudgeConfig config = context.config().judge();
    WholeBill bill = WholeBill.NONE;
    for (ModelConfig judge : config.models()) {
      PromptBatch unanswered = judges.batch(judge);
      PromptBatch all = judges.batchOfAll(judge);
      Estimate estimate =
          unanswered.count() > 0
              ? options.estimate(context, unanswered)
              : options.unasked(context, all);
      double pairs = judgements.pairs(all.count(), unanswered.count(), config.check());
      bill = bill.plus(WholeBill.of(estimate, pairs, (double) all.count()));
    }

    return bill;
  }
}
