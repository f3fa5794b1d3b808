SELECT CASE WHEN [t1].[k1] = FLOOR([t1].[k1]) THEN CAST(CAST([t1].[k1] AS decimal(38, 0)) AS nvarchar(40)) ELSE REPLACE(RTRIM(REPLACE(CAST([t1].[k1] AS nvarchar(41)),
   N'0', N' ')), N' ', N'0') END AS [c0], CASE WHEN [t1].[a1] = FLOOR([t1].[a1]) THEN CAST(CAST([t1].[a1] AS decimal(38,
   0)) AS nvarchar(40)) ELSE REPLACE(RTRIM(REPLACE(CAST([t1].[a1] AS nvarchar(41)), N'0', N' ')), N' ', N'0') END AS [c1],
   CASE WHEN [t1].[a2] = FLOOR([t1].[a2]) THEN CAST(CAST([t1].[a2] AS decimal(38, 0)) AS nvarchar(40)) ELSE REPLACE(RTRIM(REPLACE(CAST([t1].[a2] AS nvarchar(41)),
   N'0', N' ')), N' ', N'0') END AS [c2]
FROM (
  SELECT [d].[v0] AS [k1], SUM([d].[v0]) AS [a1], MAX([d].[v0]) AS [a2]
  FROM [tf_sales] AS [t0]
  CROSS APPLY (
    SELECT (
      SELECT CASE WHEN j.v LIKE N'%[eE]%' THEN CAST(CAST(j.v AS float) AS decimal(38, 18)) ELSE CAST(j.v AS decimal(38, 18)) END
      FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."discount"') AS j
    ) AS [v0]
  ) AS [d]
  GROUP BY [d].[v0]
) AS [t1]
ORDER BY CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1]
